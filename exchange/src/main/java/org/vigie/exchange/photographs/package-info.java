/// Photographs that come with a report. [Photograph] reads one: whether it is a picture at all, how
/// large, and of what the camera wrote into it where and when it was taken, and nothing else. It
/// also makes what may be shown: a blurred preview, and a clear picture without any of what the
/// camera wrote.
///
/// What is read comes from anybody who has the key of a lane. So it is taken apart before a decoder
/// sees it: only what makes up the picture reaches the decoder of the JDK, and only what is EXIF
/// the reader of EXIF.
@NullMarked
package org.vigie.exchange.photographs;

import org.jspecify.annotations.NullMarked;
