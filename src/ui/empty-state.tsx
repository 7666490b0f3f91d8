import type { ReactNode } from 'react';

/** Nothing here: always one sentence and one button. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p className="q">{children}</p>}
      {action}
    </div>
  );
}
