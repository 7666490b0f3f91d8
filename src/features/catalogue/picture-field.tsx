import { useState, type DragEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Picture } from '../../domain/catalogue/facts.ts';
import { usePicture } from '../../store/pictures.tsx';
import { useStall } from '../../store/stall.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { keepPicture } from './actions.ts';
import { pictureWords } from './picture-words.tsx';

const text = defineMessages({
  choose: { id: 'pictureField.choose', defaultMessage: 'Choose a picture' },
  other: { id: 'pictureField.other', defaultMessage: 'Another picture' },
  camera: { id: 'pictureField.camera', defaultMessage: 'Take it with the camera' },
  drop: { id: 'pictureField.drop', defaultMessage: 'or drop it here' },
  making: { id: 'pictureField.making', defaultMessage: 'Making it fit the wall …' },
});

/** The photograph, whole; chosen, dropped or taken with the camera. */
export function PictureField({
  picture,
  onChange,
}: {
  readonly picture: Picture | null;
  readonly onChange: (picture: Picture) => void;
}) {
  const intl = useIntl();
  const stall = useStall();
  const [state, setState] = useState<{ readonly isMaking: boolean; readonly problem?: string }>({ isMaking: false });
  const url = usePicture(picture?.large ?? picture?.medium);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setState({ isMaking: true });
    const kept = await keepPicture(stall, file);
    if (kept.ok) {
      onChange(kept.value);
      setState({ isMaking: false });
    } else setState({ isMaking: false, problem: pictureWords(intl, kept.problem) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className="picture-field" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <div className="picture-frame">
        {picture ? (
          <img alt="" src={url} style={{ aspectRatio: `${picture.width} / ${picture.height}` }} />
        ) : (
          <span className="picture-none">
            <Icon name="camera" size={44} />
            <span className="note q">
              <FormattedMessage {...text.drop} />
            </span>
          </span>
        )}
      </div>
      <div className="picture-ways">
        <FileButton
          label={intl.formatMessage(picture ? text.other : text.choose)}
          accept="image/*"
          onFiles={([file]) => void take(file)}
        />
        <FileButton
          kind="quiet"
          icon="camera"
          camera
          label={intl.formatMessage(text.camera)}
          accept="image/*"
          onFiles={([file]) => void take(file)}
        />
      </div>
      <output className="note">{state.isMaking && <FormattedMessage {...text.making} />}</output>
      {state.problem && (
        <p className="note field-problem" role="alert">
          {state.problem}
        </p>
      )}
    </div>
  );
}
