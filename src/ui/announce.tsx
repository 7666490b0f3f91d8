import { useEffect, useState } from 'react';

type Listener = (text: string, urgency: 'polite' | 'assertive') => void;
const listeners = new Set<Listener>();

/** Says it to people who listen. Conflicts and the alert pill are assertive; nothing else is. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  for (const listener of listeners) listener(text, urgency);
}

/** The two live regions; the shell has them once. */
export function Announcer() {
  const [said, setSaid] = useState({ polite: '', assertive: '', count: 0 });
  useEffect(() => {
    const listener: Listener = (text, urgency) =>
      // The same words twice are said twice: a no-break space makes them new.
      setSaid((before) => ({
        ...before,
        [urgency]: before.count % 2 === 0 ? text : `${text}\u00A0`,
        count: before.count + 1,
      }));
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return (
    <div className="hidden-text">
      <output aria-live="polite">{said.polite}</output>
      <p role="alert" aria-live="assertive">
        {said.assertive}
      </p>
    </div>
  );
}
