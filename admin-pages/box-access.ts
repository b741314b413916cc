import type { Box } from '../box/box'

/** Box as the pages use it: nothing but reading, and made at the first use. Throws when it is not set up. */
export type BoxAccess = () => Pick<Box, 'me' | 'getFile' | 'listFolder' | 'openContent' | 'thumbnail'>
