import type { ReactNode } from 'react';

/** Marks inside texts: `<b>` what is asked, `<t>` the title of a work. */
export const rich = {
  b: (chunks: ReactNode) => <b className="strong">{chunks}</b>,
  t: (chunks: ReactNode) => <span className="t">{chunks}</span>,
};
