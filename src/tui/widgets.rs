//! Parts that screens are made of; none of them knows what it shows.

pub mod editor;
pub mod flow;
pub mod kept;
pub mod list;
pub mod markdown;
pub mod paint;
pub mod rows;
