//! Claims and their verdicts.

use gainsay_core::{
    Anchor, Claim, ClaimFields, ClaimId, ClaimPlaces, ClaimQuery, ClaimTerm, DocumentId, ListedClaims, Proposal,
    Recorded, Reread, VerdictWord,
};
use tauri::{AppHandle, Runtime};

use crate::desk::{read, write};
use crate::failure::Answer;

#[tauri::command]
pub async fn claim_propose<R: Runtime>(
    app: AppHandle<R>,
    document: DocumentId,
    start: usize,
    end: usize,
) -> Answer<Proposal> {
    read(app, move |project| project.propose(document, start, end)).await
}

#[tauri::command]
pub async fn claim_add<R: Runtime>(
    app: AppHandle<R>,
    document: DocumentId,
    anchor: Anchor,
    fields: ClaimFields,
) -> Answer<Recorded> {
    write(app, move |project| project.add_claim(document, &anchor, &fields)).await
}

#[tauri::command]
pub async fn claim_edit<R: Runtime>(
    app: AppHandle<R>,
    claim: ClaimId,
    anchor: Option<Anchor>,
    fields: ClaimFields,
) -> Answer<Recorded> {
    write(app, move |project| project.edit_claim(claim, anchor.as_ref(), &fields)).await
}

#[tauri::command]
pub async fn claim_delete<R: Runtime>(app: AppHandle<R>, claim: ClaimId) -> Answer<()> {
    write(app, move |project| project.delete_claim(claim)).await
}

#[tauri::command]
pub async fn passage_add<R: Runtime>(app: AppHandle<R>, claim: ClaimId, anchor: Anchor) -> Answer<Claim> {
    write(app, move |project| project.add_passage(claim, &anchor)).await
}

#[tauri::command]
pub async fn passage_move<R: Runtime>(app: AppHandle<R>, claim: ClaimId, nth: usize, anchor: Anchor) -> Answer<Claim> {
    write(app, move |project| project.move_passage(claim, nth, &anchor)).await
}

#[tauri::command]
pub async fn passage_remove<R: Runtime>(app: AppHandle<R>, claim: ClaimId, nth: usize) -> Answer<Claim> {
    write(app, move |project| project.remove_passage(claim, nth)).await
}

#[tauri::command]
pub async fn claim<R: Runtime>(app: AppHandle<R>, claim: ClaimId) -> Answer<Claim> {
    read(app, move |project| project.claim(claim)).await
}

#[tauri::command]
pub async fn claims<R: Runtime>(app: AppHandle<R>, query: ClaimQuery) -> Answer<ListedClaims> {
    read(app, move |project| project.listed_claims(&query)).await
}

#[tauri::command]
pub async fn claim_verdict<R: Runtime>(
    app: AppHandle<R>,
    claims: Vec<ClaimId>,
    verdict: VerdictWord,
    rationale: Option<String>,
    overrides: bool,
) -> Answer<usize> {
    write(app, move |project| {
        project.set_verdicts(&claims, verdict, rationale.as_deref(), overrides)
    })
    .await
}

#[tauri::command]
pub async fn claims_edit<R: Runtime>(app: AppHandle<R>, claims: Vec<ClaimId>, fields: ClaimFields) -> Answer<()> {
    write(app, move |project| project.edit_claims(&claims, &fields).map(drop)).await
}

#[tauri::command]
pub async fn claims_delete<R: Runtime>(app: AppHandle<R>, claims: Vec<ClaimId>) -> Answer<()> {
    write(app, move |project| project.delete_claims(&claims).map(drop)).await
}

#[tauri::command]
pub async fn claims_tag<R: Runtime>(
    app: AppHandle<R>,
    claims: Vec<ClaimId>,
    add: Vec<String>,
    remove: Vec<String>,
) -> Answer<()> {
    write(app, move |project| project.tag_claims(&claims, &add, &remove).map(drop)).await
}

#[tauri::command]
pub async fn claims_tags<R: Runtime>(app: AppHandle<R>, claims: Vec<ClaimId>) -> Answer<Vec<(String, usize)>> {
    read(app, move |project| project.tags_of(&claims)).await
}

#[tauri::command]
pub async fn claim_places<R: Runtime>(app: AppHandle<R>, query: ClaimQuery, every: usize) -> Answer<ClaimPlaces> {
    read(app, move |project| project.claim_places(&query, every)).await
}

#[tauri::command]
pub async fn claim_reread<R: Runtime>(app: AppHandle<R>, claim: ClaimId, fields: ClaimFields) -> Answer<Reread> {
    read(app, move |project| project.reread(claim, &fields)).await
}

#[tauri::command]
pub async fn claim_terms<R: Runtime>(app: AppHandle<R>, field: ClaimTerm) -> Answer<Vec<String>> {
    read(app, move |project| project.claim_terms(field)).await
}
