import { defineMessages } from '../ui/messages.ts';
import type { Screen } from './screen.ts';

const text = defineMessages({
  start: { id: 'screen.start', defaultMessage: 'A bare wall' },
  join: { id: 'screen.join', defaultMessage: 'Join a collective' },
  joined: { id: 'screen.joined', defaultMessage: 'Joined' },
});

/** Beginning: the bare wall, and joining. */
export const startScreens: readonly Screen[] = [
  {
    id: 'start',
    path: '/start',
    section: 'till',
    title: text.start,
    load: async () => (await import('../features/first-run/first-run-screen.tsx')).FirstRunScreen,
    states: [{ id: 'bare', stall: 'bare', at: '/start', steps: [], mockup: '12-first-run' }],
  },
  {
    id: 'join',
    path: '/join',
    section: 'tablet',
    title: text.join,
    load: async () => (await import('../features/tablet/join-screen.tsx')).JoinScreen,
    states: [
      { id: 'empty', stall: 'bare', at: '/join', steps: [] },
      { id: 'example', stall: 'bare', at: '/join?example', steps: [] },
      {
        id: 'not-a-code',
        stall: 'bare',
        at: '/join',
        steps: [
          { type: 'abc', into: 'role=textbox[name=/Code/]' },
          { tap: 'role=button[name="Join"]' },
          { see: 'text=/8 letters and digits/' },
        ],
      },
    ],
  },
  {
    id: 'joined',
    path: '/joined',
    section: 'tablet',
    title: text.joined,
    load: async () => (await import('../features/tablet/joined-screen.tsx')).JoinedScreen,
    states: [{ id: 'coming', stall: 'bare', at: '/joined', steps: [] }],
  },
];
