import type { Translations } from '../../translations'

export const file: Translations['checks'] = {
  'file/ai-disclosure': {
    of: '6cea03',
    title: 'El contenido creado con IA se declara',
    failureTitle: 'El contenido creado con IA no se declara como es debido',
    why:
      'Desde agosto de 2026 hay que avisar al público de las ultrafalsificaciones (deepfakes) y ' +
      'contenidos similares, y marcar el archivo. Muchas plataformas etiquetan o rechazan el contenido ' +
      'según esta marca.',
    remedy:
      'Añada el aviso visible que pide el cliente y conserve los metadatos al exportar (Content ' +
      'Credentials, tipo de fuente digital IPTC).',
    says: {
      'The file does not state how it was made.': 'El archivo no indica cómo se creó.',
      'The file states that AI made it.': 'El archivo indica que se creó con IA.',
      'no content made by AI': 'ningún contenido creado con IA',
      'The file states that AI made it or parts of it, and no visible label was found.':
        'El archivo indica que se creó total o parcialmente con IA, y no se encontró ningún aviso visible.',
      'a label such as "{0}"': 'un aviso como «{0}»',
      'neither a digital source type nor Content Credentials':
        'ni tipo de fuente digital ni Content Credentials',
      'a digital source type or Content Credentials': 'un tipo de fuente digital o Content Credentials',
    },
  },
  'file/content-credentials': {
    of: '332e99',
    title: 'Las Content Credentials son válidas',
    failureTitle: 'Las Content Credentials no son válidas',
    why:
      'Las plataformas y los visores muestran quién firmó un archivo y cómo se creó. Una firma rota ' +
      'aparece como advertencia, o el archivo pierde su distintivo.',
    remedy:
      'Exporte el archivo de nuevo desde la aplicación que lo firma y no lo cambie después. O elimine las ' +
      'Content Credentials.',
    says: {
      'The file has no Content Credentials.': 'El archivo no tiene Content Credentials.',
      'Content Credentials': 'Content Credentials',
      'signed by {0}': 'firmadas por {0}',
      'signed by an unknown signer': 'firmadas por un firmante desconocido',
      'a valid signature': 'una firma válida',
      'The Content Credentials could not be validated. {0}':
        'Las Content Credentials no se pudieron validar. {0}',
      'The signer of the Content Credentials is not on the trust list.':
        'El firmante de las Content Credentials no está en la lista de confianza.',
      'a trusted signer': 'un firmante de confianza',
    },
  },
  'file/integrity': {
    of: 'e60e55',
    title: 'El archivo está completo y sin daños',
    failureTitle: 'El archivo está dañado o incompleto',
    why:
      'Un archivo dañado puede abrirse en un programa y fallar en el siguiente, en el servidor de ' +
      'anuncios o en la imprenta.',
    remedy:
      'Suba el original de nuevo. Si el error continúa, exporte de nuevo el archivo. La causa suele ser ' +
      'una subida interrumpida.',
    says: {
      'The file cannot be decoded.': 'El archivo no se puede decodificar.',
      'a file that opens': 'un archivo que se abre',
      ['The cross-reference table of the PDF is wrong. Viewers rebuild it, and nothing is missing, but ' +
      'the system of a printer may refuse the file.']:
        'La tabla de referencias cruzadas del PDF es incorrecta. Los visores la reconstruyen y no falta ' +
        'nada, pero el sistema de una imprenta puede rechazar el archivo.',
      'a table that was rebuilt': 'una tabla reconstruida',
      'a correct table': 'una tabla correcta',
      'Only {0} of {1} frames could be decoded. The file was probably cut off.':
        'Solo se pudieron decodificar {0} de {1} fotogramas. Es probable que el archivo esté cortado.',
      'Errors occurred while the file was decoded. Parts of it may be missing or look wrong.':
        'Hubo errores al decodificar el archivo. Puede que falten partes o que se vean mal.',
      '1 error': '1 error',
      '{0} errors': '{0} errores',
      '1 error: {0}': '1 error: {0}',
      '{0} errors: {1}': '{0} errores: {1}',
      'no decoder errors': 'ningún error del decodificador',
    },
  },
  'file/name-claims': {
    of: '4f748c',
    title: 'El nombre del archivo coincide con el contenido',
    failureTitle: 'El nombre del archivo y el contenido no coinciden',
    why:
      'Los archivos se programan por su nombre. Con un tamaño, una duración o un idioma incorrectos se ' +
      'publican en el lugar equivocado.',
    remedy:
      'Compruebe si se confundieron dos archivos. Cambie el nombre del archivo o suba el que describe el ' +
      'nombre.',
    says: {
      'The profile sets no naming rule.': 'El perfil no fija ninguna regla para el nombre.',
      'The name "{0}" does not follow the rule {1}.': 'El nombre «{0}» no sigue la regla {1}.',
      'The name says the language {0}, but the file declares {1}.':
        'El nombre indica el idioma {0}, pero el archivo declara {1}.',
      'The name says the language {0}, but its text is in {1}.':
        'El nombre indica el idioma {0}, pero su texto está en {1}.',
      'the file declares {0}': 'el archivo declara {0}',
      'its text is in {0}': 'su texto está en {0}',
      'The name says {0} × {1} pixels, but the file is {2}.':
        'El nombre indica {0} × {1} píxeles, pero el archivo mide {2}.',
      'The name says {0} pixels, but the file is {1}.':
        'El nombre indica {0} píxeles, pero el archivo mide {1}.',
      'The name says {0} s, but the file is {1}.': 'El nombre indica {0} s, pero el archivo dura {1}.',
      'The name says {0} frames per second, but the file is {1}.':
        'El nombre indica {0} fotogramas por segundo, pero el archivo tiene {1}.',
      'The name says {0}, but the file is {1}.': 'El nombre indica {0}, pero el archivo es {1}.',
      '{0} × ? pixels': '{0} × ? píxeles',
      '? × {0} pixels': '? × {0} píxeles',
      '? × ? pixels': '? × ? píxeles',
      'a still, without a duration': 'una imagen fija, sin duración',
      '{0} frames per second': '{0} fotogramas por segundo',
      '{0} pixels': '{0} píxeles',
      'image ({0})': 'imagen ({0})',
      'audio ({0})': 'audio ({0})',
      'The name says {0} s, but the file is a still, without a duration.':
        'El nombre indica {0} s, pero el archivo es una imagen fija, sin duración.',
      'The name says {0} wide pixels, but the file is {1}.':
        'El nombre indica {0} píxeles de ancho, pero el archivo mide {1}.',
      'The name says {0} high pixels, but the file is {1}.':
        'El nombre indica {0} píxeles de alto, pero el archivo mide {1}.',
      '{0} wide pixels': '{0} píxeles de ancho',
      '{0} high pixels': '{0} píxeles de alto',
      'The name says {0}, but the file is video ({1} video).':
        'El nombre indica {0}, pero el archivo es un vídeo ({1}).',
      'The name says {0}, but the file is audio ({1} audio file).':
        'El nombre indica {0}, pero el archivo es de audio ({1}).',
      'The name says {0}, but the file is image ({1} image).':
        'El nombre indica {0}, pero el archivo es una imagen ({1}).',
      'The name says {0}, but the file is pdf ({1} document).':
        'El nombre indica {0}, pero el archivo es un documento {1}.',
      'image ({0} image)': 'imagen ({0})',
      'audio ({0} audio file)': 'audio ({0})',
    },
  },
  'file/name-pattern': {
    of: 'ca85b6',
    title: 'El nombre del archivo sigue la regla',
    failureTitle: 'El nombre del archivo incumple la regla',
    why:
      'Los servidores de anuncios y los archivos digitales localizan el material por su nombre, y algunos ' +
      'sistemas rechazan ciertos caracteres.',
    remedy: 'Cambie el nombre del archivo según la regla y súbalo de nuevo.',
    says: {
      'The name "{0}" breaks the rule: {1}.': 'El nombre «{0}» incumple la regla: {1}.',
      'no control characters and none of < > : " / \\ | ? *':
        'ningún carácter de control y ninguno de < > : " / \\ | ? *',
    },
  },
  'file/privacy': {
    of: '764eb1',
    title: 'El archivo no contiene datos personales',
    failureTitle: 'El archivo contiene datos personales',
    why:
      'Cualquiera que descargue el archivo publicado puede leer dónde se tomó la imagen, con qué cámara y ' +
      'quién la tomó.',
    remedy:
      'Exporte sin metadatos («Guardar para Web», «Eliminar ubicación»), o elimine los metadatos antes de ' +
      'la entrega.',
    says: {
      'the GPS position of the recording': 'la posición GPS de la toma',
      'the serial number of a camera or lens': 'el número de serie de una cámara o de un objetivo',
      "the author's name": 'el nombre del autor',
      'a path on a computer, with the name of its user':
        'una ruta de un ordenador, con el nombre de su usuario',
      'a thumbnail that shows something else, such as the image before it was cropped':
        'una miniatura que muestra otra cosa, como la imagen antes de recortarla',
      'The metadata contains {0}.': 'Los metadatos contienen {0}.',
      'not in the file': 'no en el archivo',
    },
  },
  'file/type': {
    of: '6070c1',
    title: 'El formato del archivo corresponde a su nombre',
    failureTitle: 'El formato del archivo no es el esperado',
    why:
      'Un archivo cuyo contenido no coincide con su extensión puede no abrirse, y los servidores de ' +
      'anuncios y las imprentas lo rechazan.',
    remedy: 'Exporte el archivo en el formato esperado. Cambiar el nombre no convierte el archivo.',
    says: {
      'The file is {0}, but its name has no extension.':
        'El archivo es {0}, pero su nombre no tiene extensión.',
      'The file is {0}, but its name has the extension .{1}.':
        'El archivo es {0}, pero su nombre tiene la extensión .{1}.',
      'no extension': 'sin extensión',
      'the extension .{0}': 'la extensión .{0}',
      'a known file format': 'un formato de archivo conocido',
      'The file is {0}; expected {1}.': 'El archivo es {0}; se espera {1}.',
    },
  },
  'file/weight': {
    of: 'acdbcf',
    title: 'El tamaño del archivo está dentro de los límites',
    failureTitle: 'El archivo es demasiado grande o demasiado pequeño',
    why:
      'Los servidores de anuncios rechazan los archivos grandes, y tardan en cargarse. Un archivo de ' +
      'pocos bytes suele ser una exportación fallida.',
    remedy:
      'Exporte con más compresión o con dimensiones menores. Si el archivo es demasiado pequeño, ' +
      'expórtelo de nuevo.',
    says: {
      'The file has only {0}; expected at least {1}.': 'El archivo solo tiene {0}; se esperan al menos {1}.',
    },
  },
}
