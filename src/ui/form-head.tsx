import type { ReactNode } from 'react';

/** What a form is for, above its fields. */
export function FormHead({ title, lead }: { readonly title: ReactNode; readonly lead: ReactNode }) {
  return (
    <div>
      <h2>{title}</h2>
      <p className="q">{lead}</p>
    </div>
  );
}
