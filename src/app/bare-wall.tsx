import type { ReactNode } from 'react';
import { Redirect, useSearch } from 'wouter';
import { readMeta } from '../store/device.ts';
import { useLive, useStall } from '../store/stall.tsx';

/**
 * Before there is a work, a sale or a cart, the till's place is the bare wall with the three ways to begin.
 * `?amount` is the till all the same: an amount can be sold before anything else is there.
 */
export function BareWall({ children }: { readonly children: ReactNode }) {
  const { db, device, catalogue } = useStall();
  const search = useSearch();
  const isBare = useLive(async () => {
    const [own, drafts, hub] = await Promise.all([
      db.heads.get(device.key.device),
      db.drafts.count(),
      readMeta(db, 'hub'),
    ]);
    return (own?.receipts ?? 0) === 0 && drafts === 0 && !hub;
  }, [db, device]);
  if (catalogue.works.length > 0 || new URLSearchParams(search).has('amount')) return children;
  if (isBare === undefined) return null;
  return isBare ? <Redirect to="/start" /> : children;
}
