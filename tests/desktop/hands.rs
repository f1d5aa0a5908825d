//! What a person does with the window: look for things, point, drag, type.

use std::time::{Duration, Instant};

use thirtyfour::prelude::*;

use crate::desk::{Desk, PATIENCE};

impl Desk {
    /// Waits until something is to be seen, and takes the first.
    pub async fn find(&self, css: &str) -> WebElement {
        let began = Instant::now();
        loop {
            if let Ok(found) = self.driver().find(By::Css(css)).await
                && found.is_displayed().await.unwrap_or(false)
            {
                return found;
            }
            if began.elapsed() > PATIENCE {
                self.shot("not-found").await;
                panic!("{css} is not to be seen; the page says:\n{}", self.page().await);
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Waits until there are so many windows that can be looked into.
    pub async fn handles(&self, count: usize) -> Vec<WindowHandle> {
        let began = Instant::now();
        loop {
            let all = self.driver().windows().await.unwrap();
            if all.len() == count {
                return all;
            }
            assert!(began.elapsed() < PATIENCE, "{} windows, not {count}", all.len());
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Waits until nothing of the kind is to be seen.
    pub async fn gone(&self, css: &str) {
        let began = Instant::now();
        while self.driver().find(By::Css(css)).await.is_ok() {
            assert!(began.elapsed() < PATIENCE, "{css} is still to be seen");
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Clicks what is to be seen there.
    pub async fn click(&self, css: &str) {
        self.find(css).await;
        self.click_by(By::Css(css)).await;
    }

    /// Clicks what is found so.
    pub async fn click_by(&self, by: By) {
        let began = Instant::now();
        loop {
            // What is drawn anew between finding and clicking is looked for again.
            let clicked = async { self.driver().find(by.clone()).await?.click().await }.await;
            match clicked {
                Ok(()) => return,
                Err(error) if began.elapsed() > PATIENCE => panic!("{by:?} could not be clicked: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(40)).await,
            }
        }
    }

    /// Waits until the words are to be read there, and returns all that is.
    pub async fn reads(&self, css: &str, words: &str) -> String {
        let began = Instant::now();
        loop {
            let text = self.words(css).await;
            if text.contains(words) {
                return text;
            }
            if began.elapsed() > PATIENCE {
                self.shot("not-read").await;
                panic!(
                    "{css} does not say {words:?} but {text:?}; the page says:\n{}",
                    self.page().await
                );
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// All words there, hidden ones too where a name is cut short for want of room.
    pub async fn words(&self, css: &str) -> String {
        let script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent).join('\\n')";
        let said = self.driver().execute(script, vec![serde_json::json!(css)]).await;
        said.ok().and_then(|said| said.convert().ok()).unwrap_or_default()
    }

    /// Types into whatever has the focus; keys as WebDriver writes them.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        self.driver().action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Presses a key while Control is held.
    pub async fn control(&self, key: char) {
        let chain = self
            .driver()
            .action_chain()
            .key_down(Key::Control)
            .send_keys(key.to_string());
        chain.key_up(Key::Control).perform().await.unwrap();
    }

    /// Presses a key while Control and Shift are held.
    pub async fn control_shift(&self, key: char) {
        let chain = self.driver().action_chain().key_down(Key::Control).key_down(Key::Shift);
        chain
            .send_keys(key.to_string())
            .key_up(Key::Shift)
            .key_up(Key::Control)
            .perform()
            .await
            .unwrap();
    }

    /// Selects words of the open document by dragging the mouse from before the first to behind the last.
    pub async fn select(&self, words: &str) {
        // Only where to point comes from the page; the selecting is the mouse's.
        let script = r#"
            const words = arguments[0], root = document.querySelector('[data-test=article]');
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            let all = '', nodes = [];
            while (walker.nextNode()) { nodes.push([walker.currentNode, all.length]); all += walker.currentNode.data; }
            const at = all.indexOf(words);
            if (at < 0) return null;
            const place = (offset, end) => {
                for (const [node, start] of nodes)
                    if (end ? offset > start && offset <= start + node.length : offset >= start && offset < start + node.length)
                        return [node, offset - start];
            };
            const [a, i] = place(at, false), [b, j] = place(at + words.length, true);
            a.parentElement.scrollIntoView({ block: 'center' });
            const caret = (node, offset, end) => {
                const range = document.createRange();
                end ? range.setStart(node, offset - 1) : range.setStart(node, offset);
                range.setEnd(node, end ? offset : offset + 1);
                const box = range.getBoundingClientRect();
                return [Math.round(end ? box.right : box.left), Math.round(box.top + box.height / 2)];
            };
            return [...caret(a, i, false), ...caret(b, j, true)];
        "#;
        let began = Instant::now();
        let points: Vec<i64> = loop {
            self.find("[data-test=article]").await;
            let found = self
                .driver()
                .execute(script, vec![serde_json::json!(words)])
                .await
                .unwrap();
            if let Ok(Some(points)) = found.convert() {
                break points;
            }
            if began.elapsed() > PATIENCE {
                self.shot("not-selected").await;
                panic!(
                    "{words:?} is not in the open document; the page says:\n{}",
                    self.page().await
                );
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        };
        let [x1, y1, x2, y2] = points[..] else {
            panic!("four numbers, not {points:?}")
        };
        let chain = self.driver().action_chain().move_to(x1, y1).click_and_hold();
        chain
            .move_to((x1 + x2) / 2, (y1 + y2) / 2)
            .move_to(x2, y2)
            .release()
            .perform()
            .await
            .unwrap();
    }

    /// All the words of the page, and what went wrong on it, for the message of a test that failed.
    pub async fn page(&self) -> String {
        let script = "return document.body.innerText + '\\nwent wrong: ' + JSON.stringify(window.wrong)";
        match self.driver().execute(script, vec![]).await {
            Ok(said) => said.convert().unwrap_or_default(),
            Err(error) => error.to_string(),
        }
    }

    /// What went wrong on the page since it was loaded.
    pub async fn wrong(&self) -> Vec<String> {
        self.driver()
            .execute("return window.wrong", vec![])
            .await
            .unwrap()
            .convert()
            .unwrap()
    }

    /// The words that are selected.
    pub async fn selected(&self) -> String {
        let script = "return String(getSelection())";
        self.driver().execute(script, vec![]).await.unwrap().convert().unwrap()
    }
}
