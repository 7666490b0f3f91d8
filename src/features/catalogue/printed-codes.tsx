import { lazy, Suspense, useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Variant, Work } from '../../domain/catalogue/catalogue.ts';
import { useStall } from '../../store/stall.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { NotSaved } from '../../ui/saving.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useScanner } from '../../ui/use-scanner.ts';
import { useOnce } from '../../ui/use-once.ts';
import { attachCode, codesOf, makeCode, type CodeProblem } from './code-actions.ts';
import './printed-codes.css';

const text = defineMessages({
  head: { id: 'codes.head', defaultMessage: 'Codes on labels' },
  lead: {
    id: 'codes.lead',
    defaultMessage: 'Scanned at the till, by camera or scanner, or typed, a code puts this print in the cart.',
  },
  none: { id: 'codes.none', defaultMessage: 'No code yet.' },
  spoken: { id: 'codes.spoken', defaultMessage: 'Code {code}' },
  barcode: { id: 'codes.barcode', defaultMessage: 'Barcode {barcode}' },
  make: { id: 'codes.make', defaultMessage: 'Make a code' },
  attach: { id: 'codes.attach', defaultMessage: 'Attach one that is on it' },
  sheet: { id: 'codes.sheet', defaultMessage: 'Attach a code' },
  field: { id: 'codes.field', defaultMessage: 'Scan it now, or type what stands under it' },
  save: { id: 'codes.save', defaultMessage: 'Attach it' },
  camera: { id: 'codes.camera', defaultMessage: 'Use the camera' },
  done: { id: 'codes.done', defaultMessage: 'Attached to {title}. Scan it at the till.' },
  nothing: { id: 'codes.nothing', defaultMessage: 'This is no code or barcode of a label. Nothing was changed.' },
  misread: { id: 'codes.misread', defaultMessage: 'A sign of the code was misread. Scan it once more.' },
  here: { id: 'codes.here', defaultMessage: 'This code stands for this print already.' },
  elsewhere: {
    id: 'codes.elsewhere',
    defaultMessage: 'This code stands for {title} so far. Nothing was changed.',
  },
  anyway: { id: 'codes.anyway', defaultMessage: 'Attach it here instead' },
});

const Scanner = lazy(async () => ({ default: (await import('../../ui/scanner.tsx')).Scanner }));

/** Each form of a work with the codes that stand for it, to be shown, made and attached. */
export function PrintedCodes({ work }: { readonly work: Work }) {
  const [attaching, setAttaching] = useState<Variant>();
  return (
    <section className="form-part printed-codes">
      <h2>
        <FormattedMessage {...text.head} />
      </h2>
      <p className="q">
        <FormattedMessage {...text.lead} />
      </p>
      <ul>
        {work.variants
          .filter(({ retired }) => !retired)
          .map((variant) => (
            <FormCodes key={variant.id} variant={variant} onAttach={() => setAttaching(variant)} />
          ))}
      </ul>
      {attaching && <AttachSheet work={work} variant={attaching} onClose={() => setAttaching(undefined)} />}
    </section>
  );
}

function FormCodes({ variant, onAttach }: { readonly variant: Variant; readonly onAttach: () => void }) {
  const intl = useIntl();
  const stall = useStall();
  const once = useOnce();
  const [refusal, setRefusal] = useState<CodeProblem>();
  const codes = codesOf(stall.catalogue, variant.id);
  const make = async () => {
    const made = await makeCode(stall, variant.id);
    setRefusal(made.ok ? undefined : made.problem);
  };
  return (
    <li>
      <h3>{[variant.size, variant.paper, variant.frame].filter(Boolean).join(', ')}</h3>
      {codes.map((code) => (
        <div key={code} className="printed-code">
          <QrCode content={addressOf(stall.publicUrl, code)} label={intl.formatMessage(text.spoken, { code })} />
          <span className="printed-letters">{inThrees(code)}</span>
        </div>
      ))}
      {variant.barcode !== '' && (
        <p className="q">
          <FormattedMessage {...text.barcode} values={{ barcode: variant.barcode }} />
        </p>
      )}
      {codes.length === 0 && variant.barcode === '' && (
        <p className="q">
          <FormattedMessage {...text.none} />
        </p>
      )}
      <div className="row">
        {codes.length === 0 && (
          <Button size="small" icon="qr" onClick={() => void once(make)}>
            <FormattedMessage {...text.make} />
          </Button>
        )}
        <Button size="small" icon="scan" onClick={onAttach}>
          <FormattedMessage {...text.attach} />
        </Button>
      </div>
      {refusal && 'kind' in refusal && isStorage(refusal) && <NotSaved kind={refusal.kind} />}
    </li>
  );
}

function AttachSheet({
  work,
  variant,
  onClose,
}: {
  readonly work: Work;
  readonly variant: Variant;
  readonly onClose: () => void;
}) {
  const intl = useIntl();
  const stall = useStall();
  const [typed, setTyped] = useState('');
  const [hasCamera, setHasCamera] = useState(false);
  const [problem, setProblem] = useState<CodeProblem>();
  const attach = async (code: string, anyway = false) => {
    setTyped(code);
    const attached = await attachCode(stall, variant.id, code, anyway);
    if (!attached.ok) return setProblem(attached.problem);
    announce(intl.formatMessage(text.done, { title: work.title }));
    onClose();
  };
  useScanner((scanned) => void attach(scanned));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attach(typed);
  };
  return (
    <Sheet title={<FormattedMessage {...text.sheet} />} onClose={onClose}>
      <p>
        <span className="t">{work.title}</span>
        <br />
        <span className="q">{[variant.size, variant.paper, variant.frame].filter(Boolean).join(', ')}</span>
      </p>
      {hasCamera ? (
        <div className="code-camera">
          <Suspense>
            <Scanner
              answer={undefined}
              onText={(scanned) => void attach(scanned)}
              onClose={() => setHasCamera(false)}
            />
          </Suspense>
        </div>
      ) : (
        <Button icon="camera" onClick={() => setHasCamera(true)}>
          <FormattedMessage {...text.camera} />
        </Button>
      )}
      <form className="form" onSubmit={submit} noValidate>
        <Field
          label={intl.formatMessage(text.field)}
          value={typed}
          autoCapitalize="characters"
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          problem={problem && !isStorage(problem) ? words(problem) : undefined}
        />
        {problem && isStorage(problem) && <NotSaved kind={problem.kind} />}
        {problem?.kind === 'code-elsewhere' ? (
          <Button onClick={() => void attach(typed, true)}>
            <FormattedMessage {...text.anyway} />
          </Button>
        ) : (
          <Button kind="go" type="submit">
            <FormattedMessage {...text.save} />
          </Button>
        )}
      </form>
    </Sheet>
  );

  function words(refused: Exclude<CodeProblem, StorageProblem>): string {
    switch (refused.kind) {
      case 'no-code':
        return intl.formatMessage(text.nothing);
      case 'code-misread':
        return intl.formatMessage(text.misread);
      case 'code-already-here':
        return intl.formatMessage(text.here);
      case 'code-elsewhere':
        return intl.formatMessage(text.elsewhere, { title: refused.title });
    }
  }
}

type StorageProblem = Extract<CodeProblem, { readonly kind: 'storage-full' | 'storage-closed' | 'too-large' }>;

function isStorage(problem: CodeProblem): problem is StorageProblem {
  return problem.kind === 'storage-full' || problem.kind === 'storage-closed' || problem.kind === 'too-large';
}

/** What stands in the code: its public address; bare where only this machine would find it. */
function addressOf(publicUrl: string | null | undefined, code: string): string {
  if (!publicUrl) return code;
  const { host, hostname, protocol } = new URL(publicUrl);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return isLocal ? code : `${protocol}//${host}/${code}`.toUpperCase();
}

/** In threes, as people read letters to each other. */
function inThrees(code: string): string {
  return code.replaceAll(/(.{3})(?=.)/g, '$1 ');
}
