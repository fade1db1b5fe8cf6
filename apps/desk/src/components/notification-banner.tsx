import { NotificationBanner as Script } from 'govuk-frontend';
import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { useRef } from 'react';
import { classNames } from './class-names.js';
import type { HeadingLevel } from './heading.js';
import { Heading } from './heading.js';
import { useGovuk } from './use-govuk.js';

export type NotificationBannerProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  title: ReactNode;
  titleId: string;
  titleLevel?: HeadingLevel;
  success?: boolean | undefined;
  /** The one line of a banner that says no more; children otherwise. */
  heading?: ReactNode;
  /** A success takes focus when it appears, unless this is false. */
  autoFocus?: boolean | undefined;
};

export function NotificationBanner({ title, titleId, titleLevel = 2, success = false, heading, autoFocus, role, className, children, ...rest }: NotificationBannerProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  useGovuk(root, Script);
  return (
    <div
      ref={root} className={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', className)} role={role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId} data-module="govuk-notification-banner" data-disable-auto-focus={autoFocus === undefined ? undefined : !autoFocus} {...rest}
    >
      <div className="govuk-notification-banner__header">
        <Heading level={titleLevel} className="govuk-notification-banner__title" id={titleId}>{title}</Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {heading !== undefined && <p className="govuk-notification-banner__heading">{heading}</p>}
        {children}
      </div>
    </div>
  );
}
