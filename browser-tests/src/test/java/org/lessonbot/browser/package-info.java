/**
 * The browser classroom as a person meets it, in a real Chromium.
 *
 * <p>It may use the web adapter and Playwright.
 */
@NullMarked
package org.lessonbot.browser;

import org.jspecify.annotations.NullMarked;
