import type { Translations } from '../../translations'

export const videoSignal: Translations['checks'] = {}
