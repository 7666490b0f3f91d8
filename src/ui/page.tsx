import { createContext, useContext, type ReactNode } from 'react';

/** What the shell lends to every page: the pill, and the section's second level. */
interface PageChrome {
  readonly pill: ReactNode;
  readonly tabs: ReactNode;
}

const Context = createContext<PageChrome>({ pill: null, tabs: null });
export const PageChromeProvider = Context.Provider;

/** The network pill, for screens that place it themselves (the till has it above the cart). */
export function PillSlot() {
  return <>{useContext(Context).pill}</>;
}

/**
 * A page that scrolls: heading, actions, the section's tabs, the pill. `back` stands before the heading, `aside` keeps
 * its place beside the content from 1100 px on.
 */
export function Page({
  title,
  lead,
  back,
  actions,
  aside,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { pill, tabs } = useContext(Context);
  return (
    <main className={aside ? 'page with-aside' : 'page'}>
      <div className="page-top">
        {back ?? tabs}
        <span className="sp" />
        <span className="page-pill">{pill}</span>
      </div>
      <div className="page-body">
        <header className="page-head">
          <div>
            <h1>{title}</h1>
            {lead && <p className="q">{lead}</p>}
          </div>
          {actions && <div className="page-actions">{actions}</div>}
        </header>
        {children}
      </div>
      {aside && <aside className="page-aside">{aside}</aside>}
    </main>
  );
}
