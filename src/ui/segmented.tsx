import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface Segment<Id extends string = string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly icon?: IconName;
}

/** One of a few, all in sight: themes, tenders, hands. */
export function Segmented<Id extends string>({
  label,
  segments,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}) {
  return (
    <fieldset className="segmented" aria-label={label}>
      {segments.map(({ id, label, icon }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {icon && <Icon name={icon} size={24} />}
          <span>{label}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** On or off, with its words beside it. */
export function Switch({
  label,
  hint,
  on,
  onChange,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <label className="switch">
      <span>
        {label}
        {hint && <span className="note q switch-hint">{hint}</span>}
      </span>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <i aria-hidden="true" />
    </label>
  );
}
