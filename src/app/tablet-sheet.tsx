import { FormattedMessage, useIntl } from 'react-intl';
import { useLocation } from 'wouter';
import { useStall } from '../store/stall.tsx';
import { Button } from '../ui/button.tsx';
import { Segmented, Switch } from '../ui/segmented.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Select } from '../ui/field.tsx';
import { languages } from './language.ts';
import { screens } from './screens.ts';
import { defineMessages } from '../ui/messages.ts';
import './tablet-sheet.css';

const text = defineMessages({
  title: { id: 'tablet.title', defaultMessage: 'Tablet {letters}' },
  light: { id: 'tablet.light', defaultMessage: 'Light' },
  dark: { id: 'tablet.dark', defaultMessage: 'Dark' },
  sun: { id: 'tablet.sun', defaultMessage: 'Sun' },
  hand: { id: 'tablet.hand', defaultMessage: 'Cart on the side of' },
  left: { id: 'tablet.left', defaultMessage: 'Left hand' },
  right: { id: 'tablet.right', defaultMessage: 'Right hand' },
  sound: { id: 'tablet.sound', defaultMessage: 'Sounds' },
  soundHint: { id: 'tablet.soundHint', defaultMessage: 'A tick for each scan, a soft tone when a sale is done' },
  keys: { id: 'tablet.keys', defaultMessage: 'Single-letter keys' },
  keysHint: { id: 'tablet.keysHint', defaultMessage: 'C cash, E exact, K card, Q QR, P park' },
  language: { id: 'tablet.language', defaultMessage: 'Language' },
  who: { id: 'tablet.who', defaultMessage: 'Who is at this tablet' },
  nobody: { id: 'tablet.nobody', defaultMessage: 'Nobody named' },
  themes: { id: 'tablet.themes', defaultMessage: 'Colours' },
});

/** Behind the tablet's letter: how it looks, for which hand, who stands at it, and the way to its pages. */
export function TabletSheet({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl();
  const say = (message: keyof typeof text) => intl.formatMessage(text[message]);
  const { device, preferences, prefer, catalogue, person, selectPerson } = useStall();
  const [, go] = useLocation();
  const people = catalogue.people.filter((each) => !each.retired);
  const pages = screens.filter(
    (screen) => screen.section === 'tablet' && screen.tab && (!screen.lead || device.class === 'lead'),
  );
  return (
    <Sheet title={intl.formatMessage(text.title, { letters: device.letters })} onClose={onClose}>
      <Segmented
        label={say('themes')}
        chosen={preferences.theme}
        onChoose={(theme) => prefer({ theme })}
        segments={[
          { id: 'light', label: say('light') },
          { id: 'dark', label: say('dark') },
          { id: 'sun', label: say('sun'), icon: 'sun' },
        ]}
      />
      <Segmented
        label={say('hand')}
        chosen={preferences.hand}
        onChoose={(hand) => prefer({ hand })}
        segments={[
          { id: 'left', label: say('left') },
          { id: 'right', label: say('right') },
        ]}
      />
      {people.length > 0 && (
        <Select
          label={say('who')}
          value={person}
          onChoose={(id) => void selectPerson(id)}
          choices={[{ id: '', label: say('nobody') }, ...people.map(({ id, name }) => ({ id, label: name }))]}
        />
      )}
      <div>
        <Switch
          label={say('sound')}
          hint={say('soundHint')}
          on={preferences.sound}
          onChange={(sound) => prefer({ sound })}
        />
        <Switch
          label={say('keys')}
          hint={say('keysHint')}
          on={preferences.letterKeys}
          onChange={(letterKeys) => prefer({ letterKeys })}
        />
      </div>
      <Select
        label={say('language')}
        value={preferences.language}
        onChoose={(language) => prefer({ language })}
        choices={languages}
      />
      <nav className="sheet-links">
        {pages.map((screen) => (
          <Button
            key={screen.id}
            kind="quiet"
            iconAfter="forward"
            onClick={() => {
              onClose();
              go(screen.path);
            }}
          >
            <FormattedMessage {...(screen.tab ?? screen.title)} />
            <span className="sp" />
          </Button>
        ))}
      </nav>
    </Sheet>
  );
}
