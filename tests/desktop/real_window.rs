//! The flows.

use crate::desk::{Desk, Home};

#[tokio::test(flavor = "multi_thread")]
async fn starts() {
    let home = Home::new();
    let desk = Desk::open(&home, &[]).await;
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    desk.shot("start").await;
    println!("{}", desk.page().await);
    desk.driver().execute("window.__e=[]; addEventListener('error', e=>window.__e.push(String(e.message))); addEventListener('securitypolicyviolation', e=>window.__e.push('csp '+e.violatedDirective+' '+e.blockedURI)); addEventListener('unhandledrejection', e=>window.__e.push('rej '+e.reason)); window.__TAURI_INTERNALS__.invoke('start').then(x=>window.__e.push(JSON.stringify(x)), x=>window.__e.push('ERR '+JSON.stringify(x)))", vec![]).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let said = desk
        .driver()
        .execute("return window.__e.join('\\n')", vec![])
        .await
        .unwrap();
    println!("{:?}", said.json());
    desk.close().await;
}
