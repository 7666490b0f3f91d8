import type { ReactNode } from 'react';

export interface ChipChoice {
  readonly id: string;
  readonly label: ReactNode;
  readonly count?: number;
}

/** One of several filters, 48 high; the chosen one is filled with ink. Scrolls sideways when there are many. */
export function Chips({
  label,
  choices,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly choices: readonly ChipChoice[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <fieldset className="chips" aria-label={label}>
      {choices.map(({ id, label, count }) => (
        <button key={id} type="button" className="chip" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {label}
          {count !== undefined && <span className="chip-count">{count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
