/** Servers of models as tests have them: one for each kind, as strict and as badly behaved as the real ones. Nothing in them thinks. */
package org.lessonbot.models.fake;
