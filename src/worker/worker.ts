import { expose } from 'comlink';
import { jobs } from './jobs.ts';

// The worker's end. What is heavy runs here, so that no tap ever waits for it; nothing here writes a fact.
expose(jobs);
