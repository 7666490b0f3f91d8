import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';

interface FieldProps {
  readonly label: ReactNode;
  /** What helps, below the field. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do; announced when it appears. */
  readonly problem?: ReactNode;
}

/** A labelled text field, 56 high. */
export function Field({ label, hint, problem, ...rest }: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input {...rest} id={id} aria-describedby={`${id}-hint`} aria-invalid={Boolean(problem)} />
      <FieldNote id={`${id}-hint`} hint={hint} problem={problem} />
    </div>
  );
}

/** Several lines of text. */
export function TextArea({ label, hint, problem, ...rest }: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea rows={3} {...rest} id={id} aria-describedby={`${id}-hint`} aria-invalid={Boolean(problem)} />
      <FieldNote id={`${id}-hint`} hint={hint} problem={problem} />
    </div>
  );
}

/** One of a list that is too long for segments. */
export function Select({
  label,
  hint,
  problem,
  choices,
  value,
  onChoose,
}: FieldProps & {
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)} aria-describedby={`${id}-hint`}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
      <FieldNote id={`${id}-hint`} hint={hint} problem={problem} />
    </div>
  );
}

function FieldNote({
  id,
  hint,
  problem,
}: {
  readonly id: string;
  readonly hint: ReactNode;
  readonly problem: ReactNode;
}) {
  return (
    <p id={id} className={problem ? 'note field-problem' : 'note q'} role={problem ? 'alert' : undefined}>
      {problem ?? hint}
    </p>
  );
}
