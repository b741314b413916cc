import type { Upload } from '../workflows/contract'
import type { Activity } from './as-activity'
import type { Dependencies } from './dependencies'
import { fileRefOf } from './file-ref'

/** Forgets the bytes. Facts and previews stay in their cache, which the janitor keeps bounded. */
export function createCleanUp({ store }: Dependencies): Activity<[Upload], void> {
  return (_work, upload) => store.remove(fileRefOf(upload))
}
