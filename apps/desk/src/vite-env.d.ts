declare module '*?worker&url' {
  const address: string;
  export default address;
}
declare module '*.scss';

interface ImportMeta {
  /** Vite's: a way to fetch each file that fits, by its path. It is filled in when the desk is built. */
  glob<T>(patterns: readonly string[]): Record<string, () => Promise<T>>;
}
