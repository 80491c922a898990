/// What other programs read: OGC API Features for maps, an Atom feed for readers of news.
///
/// Start with [org.vigie.server.share.FeaturesController]. On loopback with one user the tier is
/// `restricted`; whoever asks for a narrower one is given that. Everything is read, nothing
/// written.
@NullMarked
package org.vigie.server.share;

import org.jspecify.annotations.NullMarked;
