// govuk-frontend ships no types; these are the parts in use.
declare module 'govuk-frontend' {
  interface Script {
    new (root: HTMLElement): unknown;
    moduleName: string;
  }

  export function isSupported(): boolean;
  export const ServiceNavigation: Script;
  export const NotificationBanner: Script;
}
