import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './icon.tsx';

/** One level up, before a page's heading. `isButton`: it gives under the finger, as what stands beside it at the till. */
export function BackLink({
  href,
  isButton = false,
  children,
}: {
  readonly href: string;
  readonly isButton?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Link className={isButton ? 'btn quiet back-link' : 'back-link'} href={href}>
      <Icon name="back" size={isButton ? 24 : 26} />
      {children}
    </Link>
  );
}
