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
    void pictureAddress(db, hash).then((url) => {
      if (current) setFound({ hash, url });
    });
    return () => void (current = false);
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
