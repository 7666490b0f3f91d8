import { Icon, type IconName } from './icon.tsx';

/** A button that opens the system's file picker. The same file may be chosen twice in a row. */
export function FileButton({
  label,
  kind = 'plain',
  icon,
  accept,
  multiple = false,
  camera = false,
  onFiles,
}: {
  readonly label: string;
  readonly kind?: 'plain' | 'go' | 'quiet';
  readonly icon?: IconName;
  readonly accept: string;
  readonly multiple?: boolean;
  /** Opens the camera where there is one. */
  readonly camera?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  return (
    <label className={`btn ${kind} normal file-btn`}>
      {icon && <Icon name={icon} size={24} />}
      {label}
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        {...(camera ? { capture: 'environment' } : {})}
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </label>
  );
}
