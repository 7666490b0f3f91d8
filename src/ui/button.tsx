import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** go: the next action, once per screen. stop: a person's decision that takes something away. */
  readonly kind?: 'plain' | 'go' | 'stop' | 'quiet' | 'text';
  /** big: 112 high, the one thing to hit without looking. */
  readonly size?: 'small' | 'normal' | 'big';
  readonly icon?: IconName;
  readonly iconAfter?: IconName;
  readonly children?: ReactNode;
}

/**
 * A labelled button, 64 high. There is no disabled button: leave it out, or let the tap say why.
 */
export function Button({
  kind = 'plain',
  size = 'normal',
  icon,
  iconAfter,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type="button" {...rest} className={`btn ${kind} ${size} ${className ?? ''}`}>
      {icon && <Icon name={icon} size={size === 'big' ? 32 : 24} />}
      {children}
      {iconAfter && <Icon name={iconAfter} size={size === 'big' ? 32 : 24} />}
    </button>
  );
}

/** A 48 px square with a sign and a spoken name. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: ButtonProps & { readonly icon: IconName; readonly label: string }) {
  return (
    <button type="button" {...rest} aria-label={label} className={`icon-btn ${className ?? ''}`}>
      <Icon name={icon} />
    </button>
  );
}
