interface Use {
  /** Activities that work on the asset now. */
  running: number
  /** The next step of its run is expected on this host. */
  isExpected: boolean
  /** To be removed when the last running activity ends. */
  isDoomed: boolean
  idleSinceMs: number
}

/**
 * Which assets this process works on. In memory only: what an earlier process left behind is no work, until a
 * run asks for it again.
 */
export class AssetUses {
  private readonly uses = new Map<string, Use>()

  constructor(
    private readonly remove: (name: string) => Promise<void>,
    /** Milliseconds, whatever happens to the time of day. */
    private readonly now = () => performance.now(),
  ) {}

  /** Runs a job on an asset, which nobody removes meanwhile. */
  async during<T>(name: string, job: () => Promise<T>): Promise<T> {
    const use = this.of(name)
    use.running += 1
    try {
      return await job()
    } finally {
      use.running -= 1
      use.idleSinceMs = this.now()
      await this.settle(name, use)
    }
  }

  /** The asset is on this host now, or on its way: the next steps are expected here. */
  expect(name: string): void {
    const use = this.of(name)
    Object.assign(use, { isExpected: true, isDoomed: false, idleSinceMs: this.now() })
  }

  /** No step is expected for now: the run is parked, cancelled or finished. */
  async release(name: string): Promise<void> {
    const use = this.of(name)
    use.isExpected = false
    await this.settle(name, use)
  }

  /** Removes the asset now, or when the activities on it have ended. */
  async discard(name: string): Promise<void> {
    const use = this.of(name)
    Object.assign(use, { isExpected: false, isDoomed: true })
    await this.settle(name, use)
  }

  isUsed(name: string): boolean {
    return this.uses.has(name)
  }

  count(): number {
    return this.uses.size
  }

  /** Releases what no activity has touched for `idleMs`: its run has ended or goes on elsewhere. */
  forgetIdle(idleMs: number): void {
    for (const [name, { running, idleSinceMs }] of this.uses)
      if (running === 0 && this.now() - idleSinceMs >= idleMs) this.uses.delete(name)
  }

  private of(name: string): Use {
    const use = this.uses.get(name) ?? {
      running: 0,
      isExpected: false,
      isDoomed: false,
      idleSinceMs: this.now(),
    }
    this.uses.set(name, use)
    return use
  }

  private async settle(name: string, use: Use): Promise<void> {
    if (isActive(use)) return
    // Still listed while it is removed, so nobody removes it a second time.
    if (use.isDoomed) await this.remove(name)
    if (!isActive(use)) this.uses.delete(name)
  }
}

function isActive({ running, isExpected }: Use): boolean {
  return running > 0 || isExpected
}
