import type { Translations } from '../../translations'

export const audioLevels: Translations['checks'] = {}
