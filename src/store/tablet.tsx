import { createContext, useContext } from 'react';
import type { Result } from '../domain/result.ts';

/** Why a hub did not do what it was asked. `offline`: no answer that counts. */
export interface HubProblem {
  readonly kind:
    | 'offline'
    | 'code-unknown'
    | 'code-used'
    | 'code-expired'
    | 'not-allowed'
    | 'slow-down'
    | 'hub-busy'
    | 'not-enrolled'
    | 'collective-taken'
    | 'other-hub'
    | 'not-a-code'
    | 'malformed'
    | 'already-here'
    | 'other';
  readonly retryAfterSeconds?: number;
  /** With `other-hub`: the address the code is for. With `other`: the hub's own word, for whoever looks into it. */
  readonly detail?: string;
}

/** A collective whose database lies on this tablet. */
export interface CollectiveHere {
  readonly id: string;
  readonly name: string;
  readonly letters: string;
  readonly class: 'lead' | 'stall';
  readonly example: boolean;
  /** Has a hub; without one it is on this tablet only. */
  readonly joined: boolean;
  readonly unsent: number;
  readonly isOpen: boolean;
  /** Its database could not be read just now: of the rest only the name is known, from before. */
  readonly isUnread?: true;
}

/** A one-time way in for one more tablet. */
export interface Invitation {
  readonly code: string;
  readonly url: string;
  readonly expiresAt: number;
}

/** A tablet as the hub lists it. */
export interface TabletAtHub {
  readonly device: string;
  readonly class: 'lead' | 'stall';
  readonly letters: string;
  readonly name: string;
  readonly lastSeen: number | null;
  readonly appVersion: string | null;
}

/** What a tablet does besides selling: join, invite, switch, save. The app fills it; screens only ask. */
export interface Tablet {
  readonly version: string;
  readonly collectives: () => Promise<readonly CollectiveHere[]>;
  /** Opens another collective that lies here; the page starts anew with it. */
  readonly open: (id: string) => Promise<void>;
  /** Makes one more collective that this tablet leads alone, and opens it. */
  readonly startOwn: () => Promise<void>;
  /** @param code 8 signs, a link's secret, or the whole link */
  readonly join: (code: string, name: string) => Promise<Result<{ readonly example: boolean }, HubProblem>>;
  /** Brings the open collective, started alone, to the hub this page came from. */
  readonly bring: (code: string) => Promise<Result<null, HubProblem>>;
  readonly invite: (as: 'lead' | 'stall') => Promise<Result<Invitation, HubProblem>>;
  readonly tablets: () => Promise<Result<readonly TabletAtHub[], HubProblem>>;
  readonly removeTablet: (device: string) => Promise<Result<null, HubProblem>>;
  /** Removes the example from the hub and from this tablet, and opens what else is here. */
  readonly removeExample: () => Promise<Result<null, HubProblem>>;
  /** Takes a collective off this tablet. What was not sent is lost with it. */
  readonly forget: (id: string) => Promise<void>;
  /** Opens a throw-away copy of the collective to practise in; the page starts anew with it. */
  readonly rehearse: () => Promise<void>;
  /** Throws the practice away and opens the collective again. */
  readonly endRehearsal: () => Promise<void>;
  /** Tries to send at once, whatever the waiting time. */
  readonly sendNow: () => void;
  /** Every entry of this tablet as lines of text, for carrying to the hub by hand. */
  readonly rescueLines: () => AsyncGenerator<string>;
  /** Brings a rescue file to the hub. `left`: entries that do not join on to what the hub has. */
  readonly feedRescue: (file: Blob) => Promise<Result<{ readonly stored: number; readonly left: number }, HubProblem>>;
}

const Context = createContext<Tablet | null>(null);
export const TabletProvider = Context.Provider;

/** @throws outside the app: a programmer's slip */
export function useTablet(): Tablet {
  const tablet = useContext(Context);
  if (!tablet) throw new Error('useTablet: no app above this screen');
  return tablet;
}
