// govuk-frontend ships no types; these are the parts in use.
declare module 'govuk-frontend' {
  export function isSupported(): boolean;
  export class ServiceNavigation {
    static moduleName: string;
    constructor(root: HTMLElement);
  }
  export class NotificationBanner {
    static moduleName: string;
    constructor(root: HTMLElement);
  }
}
