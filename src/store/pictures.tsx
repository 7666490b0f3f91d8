import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import type { StallDb } from './db.ts';
import { useStall } from './stall.tsx';

// One address per picture for the life of the page: tiles come and go, the bytes are read and decoded once.
const addresses = new Map<string, Promise<string | undefined>>();

/** The address of a stored picture; undefined until it is read, or if this tablet does not hold it. */
export function usePicture(hash: string | undefined): string | undefined {
  const { db } = useStall();
  const [found, setFound] = useState<{ readonly hash: string; readonly url: string | undefined }>();
  useEffect(() => {
    if (!hash) return;
    let current = true;
    const show = async () => {
      const url = await pictureAddress(db, hash);
      if (current) setFound({ hash, url });
      return url !== undefined;
    };
    let arriving: { unsubscribe(): void } | undefined;
    void show().then((isHere) => {
      if (isHere || !current) return;
      // It may come from the hub while the tile hangs there.
      arriving = liveQuery(() => db.media.where('hash').equals(hash).count()).subscribe({
        next: (count) => count > 0 && void show(),
        error: () => undefined,
      });
    });
    return () => {
      current = false;
      arriving?.unsubscribe();
    };
  }, [db, hash]);
  return found && found.hash === hash ? found.url : undefined;
}

async function pictureAddress(db: StallDb, hash: string): Promise<string | undefined> {
  const key = `${db.collective}/${hash}`;
  const known = addresses.get(key);
  if (known) return known;
  const reading = db.media.get(hash).then((row) => {
    // Not here yet: it may arrive later, so the answer is not kept.
    if (!row) addresses.delete(key);
    return row && URL.createObjectURL(new Blob([row.bytes], { type: row.type }));
  });
  addresses.set(key, reading);
  return reading;
}
