import { useIntl } from 'react-intl';
import type { HubProblem } from '../../store/tablet.tsx';
import { Field } from '../../ui/field.tsx';
import { hubWords } from './hub-words.tsx';

/** A code that the hub or a lead's tablet has shown, and what the hub says to it. */
export function CodeField({
  label,
  code,
  onCode,
  problem,
}: {
  readonly label: string;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly problem: HubProblem | undefined;
}) {
  const intl = useIntl();
  return (
    <Field
      label={label}
      value={code}
      onChange={(event) => onCode(event.target.value)}
      problem={problem && hubWords(intl, problem)}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
    />
  );
}
