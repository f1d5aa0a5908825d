// Modules that the build makes (see manual.ts).
declare module 'virtual:manual' {
  export const pages: import('./lib/views/frame/manual').ManualPage[]
}
