import type { Says } from '../translations'

export const sentences: Says = {
  'The file was changed after it was signed.': 'El archivo se modificó después de firmarse.',
  'A statement in the manifest was changed after it was signed.':
    'Una declaración del manifiesto se modificó después de firmarse.',
  'The signature does not fit the manifest.': 'La firma no corresponde al manifiesto.',
  'The certificate of the signer had expired.': 'El certificado del firmante estaba caducado.',
  'The certificate of the signer was revoked.': 'El certificado del firmante estaba revocado.',
  'The certificate of the signer cannot be used for Content Credentials.':
    'El certificado del firmante no sirve para Content Credentials.',
  'A part of the manifest is missing or was changed.': 'Una parte del manifiesto falta o se modificó.',
  'Reading them took too much time or memory.': 'Leerlas requería demasiado tiempo o memoria.',
  'The file is larger than {0} MiB.': 'El archivo supera los {0} MiB.',
  'Content Credentials in {0} are not supported here.': 'Aquí no se admiten Content Credentials en {0}.',
  'The manifest is not where this format has it.': 'El manifiesto no está donde este formato lo exige.',
  'The manifest is damaged.': 'El manifiesto está dañado.',
  'The image has {0} × {1} = {2} million pixels; at most {3} million are decoded.':
    'La imagen tiene {0} × {1} = {2} millones de píxeles; se decodifican como máximo {3} millones.',
  'A {0} is not supported. Deliver it as JPEG, PNG or TIFF.':
    'No se admite este tipo de archivo: {0}. Entréguelo como JPEG, PNG o TIFF.',
  'A {0} {1} is not supported. Deliver it as JPEG, PNG or TIFF.':
    'No se admite este tipo de archivo: {0} {1}. Entréguelo como JPEG, PNG o TIFF.',
  'The text could not be read: {0}': 'El texto no se pudo leer: {0}',
  'The pages have more than {0} million drawing operators; the rest was not read.':
    'Las páginas tienen más de {0} millones de operadores de dibujo; el resto no se leyó.',
  'Parts of page {0} are missing in the file.': 'Faltan en el archivo partes de la página {0}.',
  'Page {0}: an image of {1} × {2} pixels is damaged: its JPEG 2000 data ends early.':
    'Página {0}: una imagen de {1} × {2} píxeles está dañada: sus datos JPEG 2000 están incompletos.',
  'Page {0}: an image of {1} × {2} pixels is damaged: {3}.':
    'Página {0}: una imagen de {1} × {2} píxeles está dañada: {3}.',
  'Registration colour was measured by its screen colour.':
    'El color de registro se midió por su color de pantalla.',
  'Ink coverage was measured on the first {0} of {1} pages.':
    'La cobertura de tinta se midió en las primeras {0} de {1} páginas.',
  'Pages {0} to {1} took too long to render: their ink coverage is not known.':
    'Las páginas {0} a {1} tardaban demasiado en procesarse: no se conoce su cobertura de tinta.',
  'Pages {0} to {1} crash the renderer: their ink coverage is not known.':
    'Las páginas {0} a {1} bloquean el programa que las procesa: no se conoce su cobertura de tinta.',
  'The PDF has no pages.': 'El PDF no tiene páginas.',
  'The pages could not be rendered within 5 minutes.': 'Las páginas no se pudieron procesar en 5 minutos.',
  'The pages crash the program that renders them.': 'Las páginas bloquean el programa que las procesa.',
  'The page contents decompress to more than {0} MiB.':
    'El contenido descomprimido de las páginas supera los {0} MiB.',
  'The page contents could not be decompressed in the time allowed.':
    'El contenido de las páginas no se pudo descomprimir en el tiempo permitido.',
  'The PDF needs a password to open.': 'El PDF necesita una contraseña para abrirse.',
  'The PDF could not be read within {0} minutes.': 'El PDF no se pudo leer en {0} minutos.',
  'The PDF crashes the program that reads it.': 'El PDF bloquea el programa que lo lee.',
  'The PDF describes more than {0} MiB of objects.': 'El PDF describe más de {0} MiB de objetos.',
  'The PDF is damaged beyond repair: {0}.': 'El PDF está dañado sin remedio: {0}.',
  'The PDF is damaged beyond repair: its objects could not be read.':
    'El PDF está dañado sin remedio: sus objetos no se pudieron leer.',
  'The file could not be read: {0}': 'El archivo no se pudo leer: {0}',
  'Its header could not be read within {0} s.': 'Su cabecera no se pudo leer en {0} s.',
  'Its header crashes the decoder.': 'Su cabecera bloquea el decodificador.',
  'The container declares a time of {0} s, expected at most a week.':
    'El contenedor declara un tiempo de {0} s; se espera como máximo una semana.',
  'Stream {0} declares a time of {1} s, expected at most a week.':
    'La pista {0} declara un tiempo de {1} s; se espera como máximo una semana.',
  'Stream {0} declares pixels {1} times as wide as high, expected between 0.1 and 10.':
    'La pista {0} declara píxeles {1} veces más anchos que altos; se espera entre 0,1 y 10.',
  'The file has neither video nor audio that can be decoded.':
    'El archivo no tiene vídeo ni audio que se pueda decodificar.',
  'The audio has {0} channels; at most {1} are supported.':
    'El audio tiene {0} canales; se admiten como máximo {1}.',
  'The video is {0} × {1} pixels; at most {2} million pixels are supported.':
    'El vídeo mide {0} × {1} píxeles; se admiten como máximo {2} millones de píxeles.',
  'Decoding took longer than {0} s.': 'La decodificación tardó más de {0} s.',
  'The frames could not be read: {0}': 'Los fotogramas no se pudieron leer: {0}',
  'The slate could not be read: {0}': 'La claqueta no se pudo leer: {0}',
  'The file is empty (0 bytes). Export it again and upload it again.':
    'El archivo está vacío (0 bytes). Expórtelo y súbalo de nuevo.',
  'The file contains audio but no video. Export it again with its video.':
    'El archivo contiene audio, pero no vídeo. Expórtelo de nuevo con su vídeo.',
  'The file format is not recognised. The file is probably damaged. Deliver {0}.':
    'El formato del archivo no se reconoce. Es probable que el archivo esté dañado. Entregue {0}.',
  'The file format is not recognised. The file is probably damaged. Deliver {0} or {1}.':
    'El formato del archivo no se reconoce. Es probable que el archivo esté dañado. Entregue {0} o {1}.',
  'The file is {0}, which "{1}" does not accept. Deliver {2}.':
    'El archivo es {0} y «{1}» no lo acepta. Entregue {2}.',
  'The file is {0}, which "{1}" does not accept. Deliver {2} or {3}.':
    'El archivo es {0} y «{1}» no lo acepta. Entregue {2} o {3}.',
  'This kind of {0} is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'No se admite esta variante del formato ({0}). Entregue el archivo como JPEG, PNG o TIFF de 8 bits.',
  'This kind of {0} is not supported. Export it again as PDF 1.7 or older.':
    'No se admite esta variante del formato ({0}). Exporte el archivo de nuevo como PDF 1.7 o anterior.',
  ['This kind of {0} is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, or as ' +
  'ProRes in MOV.']:
    'No se admite esta variante del formato ({0}). Entregue el archivo como MP4 con vídeo H.264 y audio ' +
    'AAC estéreo, o como ProRes en MOV.',
  'This kind of {0} is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'No se admite esta variante del formato ({0}). Entregue el archivo como WAV o AAC en mono, estéreo o ' +
    '5.1.',
  'This kind of file is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'No se admite este tipo de archivo. Entréguelo como JPEG, PNG o TIFF de 8 bits.',
  'This kind of file is not supported. Export it again as PDF 1.7 or older.':
    'No se admite este tipo de archivo. Expórtelo de nuevo como PDF 1.7 o anterior.',
  ['This kind of file is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, or as ' +
  'ProRes in MOV.']:
    'No se admite este tipo de archivo. Entréguelo como MP4 con vídeo H.264 y audio AAC estéreo, o como ' +
    'ProRes en MOV.',
  'This kind of file is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'No se admite este tipo de archivo. Entréguelo como WAV o AAC en mono, estéreo o 5.1.',
  'The file is damaged. Export it again and upload it again.':
    'El archivo está dañado. Expórtelo y súbalo de nuevo.',
  'The file is protected by a password. Save it without a password and upload it again.':
    'El archivo está protegido con contraseña. Guárdelo sin contraseña y súbalo de nuevo.',
  'The upload broke off. Export it again or upload it again.':
    'La subida se interrumpió. Exporte el archivo de nuevo o súbalo otra vez.',
  '{0} Deliver {1}.': '{0} Entregue {1}.',
  '{0} Deliver {1} or {2}.': '{0} Entregue {1} o {2}.',
  'the file is too long to measure a part of it': 'el archivo es demasiado largo para medir una parte',
  'it took longer than {0} s': 'tardó más de {0} s',
  'it took more than {0} MB of memory': 'ocupó más de {0} MB de memoria',
  'the decoder crashed ({0})': 'el decodificador falló ({0})',
  'the decoder crashed (exit code {0})': 'el decodificador falló (código de salida {0})',
  'the decoder crashed (exit code unknown)': 'el decodificador falló (código de salida desconocido)',
  'the decoder crashed ({0}): {1}': 'el decodificador falló ({0}): {1}',
  'the decoder crashed (exit code {0}): {1}': 'el decodificador falló (código de salida {0}): {1}',
  'the decoder crashed (exit code unknown): {0}':
    'el decodificador falló (código de salida desconocido): {0}',
  'the decoder ran out of memory': 'el decodificador se quedó sin memoria',
  'the decoder got only {0} s of CPU time: is the host busy?':
    'el decodificador solo obtuvo {0} s de CPU: ¿está sobrecargado el equipo?',
  'its JPEG 2000 data ends early': 'sus datos JPEG 2000 están incompletos',
  'its JPEG data is corrupt': 'sus datos JPEG están dañados',
  'its JPEG data ends early': 'sus datos JPEG están incompletos',
  'it ends early, {0} of {1} rows are in the file': 'está incompleto: el archivo contiene {0} de {1} filas',
  'its drawing instructions are packed as an image ({0}), which no viewer shows':
    'sus instrucciones de dibujo están empaquetadas como imagen ({0}) y ningún visor las muestra',
  'it has an image of {0} × {1} pixels; at most {2} million are decoded':
    'tiene una imagen de {0} × {1} píxeles; se decodifican como máximo {2} millones',
  'its images have {0} million pixels; at most {1} million are decoded':
    'sus imágenes tienen {0} millones de píxeles; se decodifican como máximo {1} millones',
  'This worker does not know the check {0}. It was probably planned by another release.':
    'Este proceso no conoce el control {0}. Probablemente lo planificó otra versión.',
  'when the document opens, closes or prints': 'al abrir, cerrar o imprimir el documento',
  'when a page is shown': 'al mostrar una página',
  'on a form field or link': 'en un campo de formulario o enlace',
  'in a bookmark': 'en un marcador',
  'when the document opens': 'al abrir el documento',
  'in the document': 'en el documento',
  'printing in full quality': 'imprimir en alta calidad',
  'copying text and images': 'copiar texto e imágenes',
  'inserting and rotating pages': 'insertar y girar páginas',
  '{0}, {1} bit': '{0}, {1} bits',
  'shorter than one block of 400 ms': 'dura menos que un bloque de 400 ms',
  'nothing is louder than -70 LUFS': 'nada supera los -70 LUFS',
  'An animated AVIF image is not supported. Deliver it as GIF, WebP or animated PNG.':
    'No se admiten imágenes AVIF animadas. Entregue la imagen como GIF, WebP o PNG animado.',
  'A {0} image is not supported. Deliver it as JPEG, PNG or TIFF.':
    'No se admiten imágenes {0}. Entregue la imagen como JPEG, PNG o TIFF.',
  'A {0} image with CIELAB colours is not supported. Deliver it as JPEG, PNG or TIFF.':
    'No se admiten imágenes {0} con colores CIELAB. Entregue la imagen como JPEG, PNG o TIFF.',
  'A {0} image with a codec that no decoder here knows is not supported. Deliver it as JPEG, PNG or TIFF.':
    'No se admiten imágenes {0} con un códec desconocido. Entregue la imagen como JPEG, PNG o TIFF.',
  'A {0} image with old-style JPEG compression is not supported. Deliver it as JPEG, PNG or TIFF.':
    'No se admiten imágenes {0} con la compresión JPEG antigua. Entregue la imagen como JPEG, PNG o TIFF.',
  'A {0} image with more than 8 bits per channel is not supported. Deliver it as JPEG, PNG or TIFF.':
    'No se admiten imágenes {0} de más de 8 bits por canal. Entregue la imagen como JPEG, PNG o TIFF.',
  'A {0} document is not supported. Deliver it as JPEG, PNG or TIFF.':
    'No se admiten documentos {0}. Entregue la imagen como JPEG, PNG o TIFF.',
  'This kind of {0} image is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'No se admite este tipo de imagen {0}. Entréguela como JPEG, PNG o TIFF de 8 bits.',
  'This kind of {0} document is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.':
    'No se admite este tipo de documento {0}. Entréguelo como JPEG, PNG o TIFF de 8 bits.',
  'This kind of {0} document is not supported. Export it again as PDF 1.7 or older.':
    'No se admite este tipo de documento {0}. Expórtelo de nuevo como PDF 1.7 o anterior.',
  ['This kind of {0} video is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, or ' +
  'as ProRes in MOV.']:
    'No se admite este tipo de vídeo {0}. Entréguelo como MP4 con vídeo H.264 y audio AAC estéreo, o como ' +
    'ProRes en MOV.',
  'This kind of {0} audio file is not supported. Deliver it as WAV or AAC in mono, stereo or 5.1.':
    'No se admite este tipo de archivo de audio {0}. Entréguelo como WAV o AAC en mono, estéreo o 5.1.',
  'The ZIP archive contains no web page. Deliver an HTML5 banner with its index.html.':
    'El archivo ZIP no contiene ninguna página web. Entregue un banner HTML5 con su index.html.',
  'The supers could not be read: {0}': 'Los rótulos no se pudieron leer: {0}',
  ['This kind of {0} is not supported. Deliver it as a ZIP archive without a password, with index.html ' +
  'at its top.']:
    'No se admite esta variante del formato ({0}). Entregue un archivo ZIP sin contraseña, con index.html ' +
    'en el nivel superior.',
  ['This kind of file is not supported. Deliver it as a ZIP archive without a password, with index.html ' +
  'at its top.']:
    'No se admite este tipo de archivo. Entréguelo como archivo ZIP sin contraseña, con index.html en el ' +
    'nivel superior.',
}
