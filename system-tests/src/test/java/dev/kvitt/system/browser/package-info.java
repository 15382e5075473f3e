/**
 * Pages as people meet them: a real Chromium, driven by Playwright, held against WCAG 2.2 AA by axe. A test class is
 * marked with {@link dev.kvitt.system.browser.BrowserTest}, its name ends in {@code BrowserTest}, and it opens its pages
 * with {@link dev.kvitt.system.browser.Screen#open}. Run by {@code .ci/browser}.
 */
package dev.kvitt.system.browser;
