import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { WritableDialect } from '../../domain/catalogue/export/write-catalogue.ts';
import { wallClock } from '../../domain/time.ts';
import { useStall } from '../../store/stall.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { FormHead } from '../../ui/form-head.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { saveFile } from '../../ui/save-file.ts';
import { dialectNames } from './file-words.tsx';
import { exportCatalogue } from './import-actions.ts';

const text = defineMessages({
  title: { id: 'export.title', defaultMessage: 'Out again' },
  lead: {
    id: 'export.lead',
    defaultMessage:
      'The whole catalogue as a file. In our own layout nothing is lost: brought in again, it changes nothing.',
  },
  layout: { id: 'export.layout', defaultMessage: 'Layout' },
  comma: { id: 'export.comma', defaultMessage: 'Imago Stall, with commas' },
  semicolon: { id: 'export.semicolon', defaultMessage: 'Imago Stall, with semicolons and decimal commas' },
  save: { id: 'export.save', defaultMessage: 'Save the file' },
});

const others: readonly WritableDialect[] = ['shopify', 'shopify-legacy', 'woocommerce', 'square'];

/** The catalogue out as a file, in any layout that can be read back. */
export function ExportPart() {
  const intl = useIntl();
  const stall = useStall();
  const [layout, setLayout] = useState('comma');
  if (stall.catalogue.works.length === 0) return null;
  const save = async () => {
    const dialect = others.find((each) => each === layout) ?? 'imago';
    const style = layout === 'semicolon' ? 'semicolon' : 'comma';
    const content = await exportCatalogue(stall, { dialect, style });
    const { date } = wallClock(stall.now(), stall.zone);
    saveFile(`catalogue-${dialect}-${date}.csv`, new Blob([content], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <section className="form">
      <FormHead title={<FormattedMessage {...text.title} />} lead={<FormattedMessage {...text.lead} />} />
      <Select
        label={intl.formatMessage(text.layout)}
        value={layout}
        onChoose={setLayout}
        choices={[
          { id: 'comma', label: intl.formatMessage(text.comma) },
          { id: 'semicolon', label: intl.formatMessage(text.semicolon) },
          ...others.map((id) => ({ id, label: dialectNames[id] })),
        ]}
      />
      <div>
        <Button onClick={() => void save()}>
          <FormattedMessage {...text.save} />
        </Button>
      </div>
    </section>
  );
}
