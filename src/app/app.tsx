import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import '../ui/components.css';
import '../ui/forms.css';
import './shell.css';
// Part of the first load: a sale must not wait for a second request.
import '../features/sales/till-screen.tsx';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { Redirect, Route, Router, Switch } from 'wouter';
import type { Preferences } from '../store/stall.tsx';
import { TabletProvider } from '../store/tablet.tsx';
import { BareWall } from './bare-wall.tsx';
import { Boundary } from './boundary.tsx';
import { loadTexts, localeOf } from './language.ts';
import type { OpenStall } from './open-stall.ts';
import { ReopenOffer } from './reopen-offer.tsx';
import { screens } from './screens.ts';
import { Session } from './session.tsx';
import { Shell } from './shell.tsx';
import { useSending } from './sending.ts';
import { Stopped, type Unopened } from './stopped.tsx';
import { tabletActions } from './tablet-actions.ts';
import { UpdateOffer } from './update-offer.tsx';
import { useWakeLock } from './wake-lock.ts';

/** Put in by the build; empty where nothing was built. */
const version = (import.meta.env['IMAGO_VERSION'] as string | undefined) ?? '';

const routes = screens.map((screen) => ({
  screen,
  View: lazy(async () => ({ default: await screen.load() })),
}));

/** The whole app: texts, session, routes; or why nothing could be opened. */
export function App({
  open,
  preferences: first,
}: {
  readonly open: OpenStall | Unopened;
  readonly preferences: Preferences;
}) {
  const [preferences, setPreferences] = useState(first);
  const texts = useTexts(preferences.language);
  useLook(preferences);
  if (!texts) return null;
  return (
    <IntlProvider locale={localeOf[preferences.language] ?? 'en-GB'} defaultLocale="en-GB" messages={{ ...texts }}>
      {'kind' in open ? (
        <Stopped why={open} />
      ) : (
        <Boundary path="app" db={open.db}>
          <Session open={open} preferences={preferences} onPrefer={setPreferences}>
            <Running open={open} />
          </Session>
        </Boundary>
      )}
    </IntlProvider>
  );
}

function Running({ open }: { readonly open: OpenStall }) {
  useSending(open.db, version);
  useWakeLock();
  const actions = useMemo(() => tabletActions(open.db, version), [open.db]);
  const hidden = open.device.class === 'lead' ? [] : routes.filter(({ screen }) => screen.lead);
  return (
    <TabletProvider value={actions}>
      <Router base="/app">
        <UpdateOffer />
        <ReopenOffer />
        <Switch>
          {hidden.map(({ screen }) => (
            <Route key={`not-${screen.id}`} path={screen.path}>
              <Redirect to="/" />
            </Route>
          ))}
          {routes.map(({ screen, View }) => (
            <Route key={screen.id} path={screen.path}>
              {screen.bare ? (
                <Boundary path={screen.id} db={open.db}>
                  <Suspense fallback={null}>
                    <View />
                  </Suspense>
                </Boundary>
              ) : (
                <Shell screen={screen}>
                  <Boundary path={screen.id} db={open.db}>
                    <Suspense fallback={null}>
                      {screen.id === 'till' ? (
                        <BareWall>
                          <View />
                        </BareWall>
                      ) : (
                        <View />
                      )}
                    </Suspense>
                  </Boundary>
                </Shell>
              )}
            </Route>
          ))}
          <Route>
            <Redirect to="/" />
          </Route>
        </Switch>
      </Router>
    </TabletProvider>
  );
}

function useTexts(language: string): Readonly<Record<string, string>> | undefined {
  const [texts, setTexts] = useState<Readonly<Record<string, string>> | undefined>(language === 'en' ? {} : undefined);
  useEffect(() => {
    let current = true;
    // Not fetched before and no network: English is in the code.
    void loadTexts(language).then(
      (found) => current && setTexts(found),
      () => current && setTexts({}),
    );
    document.documentElement.lang = language;
    return () => void (current = false);
  }, [language]);
  return texts;
}

function useLook({ theme, hand }: Preferences): void {
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = theme;
    root.dataset['hand'] = hand;
    const wall = getComputedStyle(root).getPropertyValue('--wall');
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) meta.setAttribute('content', wall);
  }, [theme, hand]);
}
