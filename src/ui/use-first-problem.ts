import { useEffect } from 'react';

/** Puts the focus on the first field that cannot be taken, each time a form was held against the rules. */
export function useFirstProblem(problems: readonly unknown[]): void {
  useEffect(() => {
    if (problems.length > 0) document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problems]);
}
