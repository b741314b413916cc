import type { Translations } from '../../translations'

export const audioLevels: Translations['checks'] = {
  'audio/clipping': {
    of: '71cf06',
    title: 'El audio no está saturado',
    failureTitle: 'El audio está saturado',
    why: 'Los picos recortados se oyen como crujidos y no se pueden reparar después.',
    remedy: 'Vuelva a la mezcla, baje el nivel antes del limitador y exporte de nuevo.',
    says: {
      'Peaks are clipped at {0}.': 'Hay picos recortados en {0}.',
      'full scale for 3 samples or more': 'fondo de escala en 3 muestras o más',
      'no clipping': 'sin saturación',
    },
  },
  'audio/dropouts': {
    of: '84966b',
    title: 'El audio no tiene cortes',
    failureTitle: 'El audio se corta',
    why:
      'Un audio que se interrumpe un momento y sigue como antes parece un fallo del reproductor o ' +
      'del cable.',
    remedy:
      'Escuche ese momento. Restaure en la mezcla el audio que falta; si el hueco es intencionado, no ' +
      'hace falta cambiar nada.',
    says: {
      'The audio drops out at {0}.': 'El audio se corta en {0}.',
      'no dropout': 'ningún corte',
    },
  },
  'audio/loudness': {
    of: '2f758d',
    title: 'La sonoridad cumple el objetivo',
    failureTitle: 'El audio suena demasiado alto o demasiado bajo',
    why:
      'Las cadenas rechazan el audio que no cumple el objetivo y las plataformas lo bajan. Junto a otros, ' +
      'el spot suena mal.',
    remedy: 'Cambie el nivel de toda la mezcla en esa diferencia y mida de nuevo.',
    says: {
      'The audio is {0} LU too loud.': 'El audio está {0} LU por encima del objetivo.',
      'The audio is {0} LU too quiet.': 'El audio está {0} LU por debajo del objetivo.',
    },
  },
  'audio/loudness-range': {
    of: 'c58018',
    title: 'El rango de sonoridad es lo bastante reducido',
    failureTitle: 'El rango de sonoridad es muy amplio',
    why: 'En el móvil y en el salón se pierden los pasajes suaves de una mezcla de rango amplio.',
    remedy: 'Comprima un poco la mezcla o suba sus pasajes suaves.',
    says: {
      'The audio is shorter than {0} s.': 'El audio dura menos de {0} s.',
      'The loudness varies by {0} LU.': 'La sonoridad varía {0} LU.',
      'at most {0} LU': 'como máximo {0} LU',
    },
  },
  'audio/must-be-silent': {
    of: '4d1d5a',
    title: 'El vídeo no tiene audio, como se espera',
    failureTitle: 'El vídeo tiene audio, pero no debe tenerlo',
    why:
      'Las pantallas en lugares públicos y algunos formatos publicitarios deben estar en silencio. Un ' +
      'reproductor puede rechazar un archivo con audio.',
    remedy: 'Exporte de nuevo sin audio.',
    says: {
      'The video has audible audio.': 'El vídeo tiene audio audible.',
      'The video has a silent audio track.': 'El vídeo tiene una pista de audio en silencio.',
      'silent track': 'pista en silencio',
      'no audio track': 'ninguna pista de audio',
    },
  },
  'audio/short-term-loudness': {
    of: '6661d8',
    title: 'Ningún momento suena mucho más alto que el resto',
    failureTitle: 'Algunos momentos suenan demasiado alto',
    why:
      'Un spot corto puede cumplir la media y aun así tener momentos muy altos, por eso también se ' +
      'limitan.',
    remedy: 'Baje el pasaje más alto de la mezcla.',
    says: {
      'The loudness cannot be measured: the audio is too quiet.':
        'La sonoridad no se puede medir: el audio es demasiado bajo.',
      'The {0} loudness reaches {1} LUFS.': 'La sonoridad ({0}) alcanza {1} LUFS.',
      'at most {0} LUFS': 'como máximo {0} LUFS',
      'short-term': 'a corto plazo',
      momentary: 'momentánea',
      'The short-term loudness reaches {0} LUFS.': 'La sonoridad a corto plazo alcanza {0} LUFS.',
      'The momentary loudness reaches {0} LUFS.': 'La sonoridad momentánea alcanza {0} LUFS.',
    },
  },
  'audio/silence': {
    of: '3c0ec5',
    title: 'El audio no tiene huecos',
    failureTitle: 'El audio tiene huecos en silencio',
    why:
      'Un hueco en silencio suele ser un clip que se perdió en el montaje. Un silencio largo al principio ' +
      'o al final desperdicia tiempo pagado.',
    remedy:
      'Vaya a ese momento y restaure el audio que falta. Si el silencio es intencionado, no hace falta ' +
      'cambiar nada.',
    says: {
      'Silence of {0} at {1}.': 'Silencio de {0} en {1}.',
      'Silence of {0} at the start.': 'Silencio de {0} al principio.',
      'Silence of {0} at the end.': 'Silencio de {0} al final.',
    },
  },
  'audio/silent-ends': {
    of: 'db15c5',
    title: 'El audio está en silencio al principio y al final',
    failureTitle: 'El audio no está en silencio al principio y al final',
    why:
      'La emisión corta el audio en seco en ambos extremos. Sin unos fotogramas en silencio, el spot ' +
      'chasquea o pierde una palabra.',
    remedy: 'Deje sin audio el número esperado de fotogramas al principio y al final.',
    says: {
      'The profile wants no silence at the ends.': 'El perfil no pide silencio al principio ni al final.',
      'The {0} of the programme is not silent for {1} frames.':
        'El programa no está en silencio durante {1} fotogramas ({0}).',
      '{0} silent frames': '{0} fotogramas en silencio',
      'The start of the programme is not silent for {0} frames.':
        'El principio del programa no está en silencio durante {0} fotogramas.',
      'The end of the programme is not silent for {0} frames.':
        'El final del programa no está en silencio durante {0} fotogramas.',
    },
  },
  'audio/true-peak': {
    of: '064e23',
    title: 'El pico verdadero deja margen suficiente',
    failureTitle: 'El pico verdadero es demasiado alto',
    why:
      'Los picos cercanos al fondo de escala distorsionan cuando el audio se convierte o se codifica de ' +
      'nuevo para la emisión o la web.',
    remedy:
      'Ponga al final de la mezcla un limitador de pico verdadero (true peak), ajustado algo por debajo ' +
      'del límite.',
    says: {
      'The audio is digital silence.': 'El audio es silencio digital.',
      'The true peak reaches {0} dBTP.': 'El pico verdadero (true peak) alcanza {0} dBTP.',
      'The true peak reaches {0} dBTP in {1}.': 'El pico verdadero (true peak) alcanza {0} dBTP en {1}.',
      'at most {0} dBTP': 'como máximo {0} dBTP',
    },
  },
}
