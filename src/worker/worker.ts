import { expose } from 'comlink';
import { jobs } from './jobs.ts';

// The worker's end. What is heavy runs here, so that no tap ever waits for it; what is written goes
// through the one door, `commit`.
expose(jobs);
