/** Stops what `global-setup.ts` started; it runs in the same process. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.temporalServerOfTheRun?.stop()
}
