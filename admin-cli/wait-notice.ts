const noticeMs = 1_000

export interface WaitNotice {
  /** From now on the command waits for this, such as `Box at https://api.box.com`. */
  waitFor: (what: string) => void
  /** Something was printed, or the command has ended. */
  stop: () => void
}

/** Says once for each thing what a silent command waits for, after 1 s. */
export function createWaitNotice(say: (text: string) => void): WaitNotice {
  const said = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const stop = () => clearTimeout(timer)
  return {
    stop,
    waitFor: (what) => {
      stop()
      if (said.has(what)) return
      timer = setTimeout(() => {
        said.add(what)
        say(`Waiting for ${what} …`)
      }, noticeMs)
    },
  }
}
