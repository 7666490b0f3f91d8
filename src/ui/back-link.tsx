import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './icon.tsx';

/** One level up, before a page's heading. */
export function BackLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link className="back-link" href={href}>
      <Icon name="back" />
      {children}
    </Link>
  );
}
