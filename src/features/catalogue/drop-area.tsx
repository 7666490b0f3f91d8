import { useState, type DragEvent, type ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/icon.tsx';

/** Files may be dropped here; the button inside is the way without a mouse. */
export function DropArea({
  icon,
  hint,
  onFiles,
  children,
}: {
  readonly icon: IconName;
  readonly hint: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={isOver ? 'import-drop over' : 'import-drop'}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <Icon name={icon} size={44} />
      {children}
      <span className="q">{hint}</span>
    </div>
  );
}
