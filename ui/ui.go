// Package ui is the screen: one tea.Model; its panes are files and structs with methods, not nested models.
package ui
