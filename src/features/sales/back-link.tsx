import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../ui/icon.tsx';

/** The way back, at the top on the hand's side. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link href={to} className="btn quiet back-link sales-back">
      <Icon name="back" size={24} />
      {children}
    </Link>
  );
}
