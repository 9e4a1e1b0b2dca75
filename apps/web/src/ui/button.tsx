import './button.css';
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import { useSaidOnce } from './reasons-once.tsx';

type Look = 'plain' | 'primary' | 'danger' | 'quiet';

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  readonly look?: Look;
  readonly children: ReactNode;
};

/** Class names of a button, for links that look like one. */
export function buttonClass(look: Look = 'plain'): string {
  return look === 'plain' ? 'button' : `button button--${look}`;
}

export function Button({ look = 'plain', type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonClass(look)}>
      {children}
    </button>
  );
}

type PermittedButtonProps = ButtonProps & {
  readonly permission: {
    readonly allowed: boolean;
    readonly reason: string;
    readonly whose?: string;
    readonly past?: boolean;
  };
};

function reasonClass({ past }: PermittedButtonProps['permission'], saidByPart: boolean): string {
  if (saidByPart) return 'visually-hidden';
  return past === true ? 'button-reason button-reason--past' : 'button-reason';
}

/** A button that stays in its place when it is not this person's to press, and says whose it is. */
export function PermittedButton({ permission, children, onClick, ...rest }: PermittedButtonProps) {
  const reasonId = useId();
  const saidByPart = useSaidOnce(permission);
  if (permission.allowed) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <span className="button-with-reason no-print">
      <Button {...rest} aria-disabled="true" aria-describedby={reasonId}>
        {children}
      </Button>
      <span className={reasonClass(permission, saidByPart)} id={reasonId}>
        {permission.reason}
      </span>
    </span>
  );
}
