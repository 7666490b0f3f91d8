import type { ReactNode } from 'react';

/** Long work: a sentence and a bar; it can be left. `total` 0: not known yet. */
export function ProgressRow({
  label,
  done,
  total,
  action,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly action?: ReactNode;
}) {
  return (
    <div className="progress-row">
      <span>{label}</span>
      {action}
      <progress aria-label={label} value={total === 0 ? undefined : done} max={total === 0 ? 1 : total} />
    </div>
  );
}
